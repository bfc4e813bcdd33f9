/** The part of the `edtf` package that a test compares with. The package has no types. */
declare module 'edtf' {
  /** @throws an Error if the package does not read the text */
  export default function edtf(
    text: string,
    constraints?: { level?: number },
  ): { readonly min: number; readonly max: number };
}
