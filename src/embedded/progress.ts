/** What is being done just now; `done` of `total` where things are counted. */
export interface Progress {
  readonly stage: 'java' | 'classpath' | 'waiting' | 'ports' | 'starting' | 'import';
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;
