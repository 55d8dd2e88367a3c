// The page's list of clips is no longer there, as where its account has moved (reported of 2026).
const message = 'This procedure is no longer available here.';
const data = { code: 'NOT_FOUND', httpStatus: 404, path: 'project.searchProjectWorkflows' };

export const RETIRED = {
  status: 404,
  body: { error: { json: { message, code: -32_004, data } } },
} as const;
