/** One answer inside the text of a `batchexecute` reply: its call's id, and what it holds. */
export const answerOf = (id: string, payload: unknown): unknown[] => [
  ...['wrb.fr', id, JSON.stringify(payload)],
  ...[null, null, null, 'generic'],
];

/** One that was refused. */
export const refusalOf = (id: string, error: unknown): unknown[] => [
  ...['wrb.fr', id, null, null, null],
  ...[error, 'generic'],
];

/**
 * The text of a reply as flow.google.com sends it: a line that is no JSON, then chunks behind their
 * lengths. Real lengths are off by a byte or two (reported).
 */
export function batchText(answers: readonly unknown[], off = 0): string {
  const chunks = [
    // The real ones have line ends between their entries.
    `[${[...answers, ['di', 59], ['af.httprm', 58, '0', 90]].map((each) => JSON.stringify(each)).join('\n,')}\n]`,
    JSON.stringify([['e', 4, null, null, 1061]]),
  ];
  return `)]}'\n\n${chunks.map((chunk) => `${chunk.length + off}\n${chunk}\n`).join('')}`;
}
