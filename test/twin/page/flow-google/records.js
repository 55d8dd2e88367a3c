// What the page reads out of records and workflows, position by position.
const FRAMES_PER_SECOND = 24;
const DONE = 3;

// A picture by its token, from the page's own host.
const picture = (url) => url?.replace(/^https:\/\/[^/]+/, location.origin) ?? '';

export function media(record) {
  const [id, , workflow, , , about, picturePart, video] = record;
  return {
    id,
    workflow,
    kind: video ? 'video' : 'image',
    madeAt: about[0][0] * 1e9 + about[0][1],
    prompt: about[1],
    model: video?.[0][12] ?? null,
    isDone: about[8][0] === DONE,
    status: about[8][0],
    picture: picture(about[5]),
    file: (video ?? picturePart)[0][8],
    aspect: video?.[0][16] ?? 2,
    frames: (video?.[1][2][0] ?? 0) * FRAMES_PER_SECOND,
  };
}

// Tiles: a workflow with its versions, the newest first.
export function tiles([, workflows, records]) {
  const all = records.map(media);
  return workflows.map(([workflow, , , [title]]) => {
    const versions = all
      .filter((each) => each.workflow === workflow)
      .sort((a, b) => b.madeAt - a.madeAt);
    return { workflow, title, versions, kind: versions[0]?.kind };
  });
}

// What can be gone on from: not what was only made larger or changed.
export const original = ({ versions, title }) => {
  const clip = versions.findLast(({ isDone }) => isDone) ?? versions[0];
  return { ...clip, title };
};
