/** A fenced block. */
export function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code.replace(/^\n+|\s+$/g, '')}\n\`\`\``;
}

/** A table; Prettier aligns it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
