/** The sections of the settings in their order: ids of their headings, names among the messages. */
export const SECTION_IDS = [
  'general',
  'limits',
  'pace',
  'notify',
  'names',
  'privacy',
  'ledger',
  'check',
  'keys',
  'about',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];
