// The frame number along the bottom edge: see ../../bar-code.ts for the layout that reads it back.
function drawBar(c, frame, w, h) {
  const cell = w / 16;
  const height = Math.round(h / 30);
  brush.rect(c, '#14121a', 0, h - height, w, height);
  const cells = [1];
  for (let bit = 9; bit >= 0; bit -= 1) cells.push((frame >> bit) & 1);
  cells.push(cells.slice(1).reduce((sum, bit) => sum ^ bit, 0), 0);
  cells.forEach((on, i) => {
    if (on) brush.rect(c, '#b3abbf', (1.5 + i) * cell, h - height, cell, height);
  });
}
