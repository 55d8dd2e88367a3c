// The id of each call by its name: the twin puts those of its present build here.
export const ids = {};
