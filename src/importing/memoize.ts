/** The function, which makes anew only what it has not made lately: of texts that come again and again. */
export function memoize<T>(make: (text: string) => T, most = 20_000): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const cached = made.get(text);
    if (cached !== undefined) return cached;
    const value = make(text);
    if (made.size >= most) made.clear();
    made.set(text, value);
    return value;
  };
}
