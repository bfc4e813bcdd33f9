/** A text of at most so many characters, cut at a space where there is one, with an ellipsis for what is left out. */
export function truncateText(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = start.lastIndexOf(' ');
  return `${space > most / 2 ? start.slice(0, space) : start}…`;
}
