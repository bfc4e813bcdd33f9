/** The function, which makes anew only what it has not made lately: of texts that come again and again. */
export function remembering<T>(make: (text: string) => T, most = 20_000): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= most) made.clear();
    made.set(text, value);
    return value;
  };
}
