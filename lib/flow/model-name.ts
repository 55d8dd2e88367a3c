/** A key as reported: the version, then words for its use, its kind and its shape. */
const VEO = /^veo_(\d+)(?:_(\d)(?=_|$))?(?:_|$)/;
const KINDS = ['fast', 'lite', 'quality', 'upsampler'] as const;

/**
 * What a model is called without the use and the shape that its key names beside it:
 * `veo_3_1_extend_fast_landscape_ultra` → Veo 3.1 Fast. A key of another form is its own name.
 */
export function modelName(key: string): string {
  const [, major, minor] = VEO.exec(key) ?? [];
  if (major === undefined) return key;
  const words = key.split('_');
  const kind = KINDS.find((each) => words.includes(each));
  const version = [major, ...(minor === undefined ? [] : [minor])].join('.');
  return ['Veo', version, kind && kind[0]?.toUpperCase() + kind.slice(1)]
    .filter((part) => part !== undefined)
    .join(' ');
}
