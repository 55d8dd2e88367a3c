/** CSV after RFC 4180 as rows of cells. Throws where a quote stands in the wrong place. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  let row: string[] = [];
  while (cells.lastIndex < text.length) {
    const at = cells.lastIndex;
    const found = cells.exec(text);
    if (!found) throw new Error(`Not CSV at ${at}: ${text.slice(at, at + 40)}`);
    const [, quoted, plain, end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
