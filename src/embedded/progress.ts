/** The current activity; `done` of `total` if things are counted. */
export interface Progress {
  readonly stage: 'java' | 'classpath' | 'waiting' | 'ports' | 'starting' | 'import';
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;
