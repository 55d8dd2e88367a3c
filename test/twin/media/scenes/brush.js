// Runs in the page that make.ts opens. All scenes draw flat shapes: they compress to next to nothing.
const brush = {
  rect(c, colour, x, y, w, h) {
    c.fillStyle = colour;
    c.fillRect(x, y, w, h);
  },
  disc(c, colour, x, y, r) {
    c.fillStyle = colour;
    c.beginPath();
    c.arc(x, y, r, 0, Math.PI * 2);
    c.fill();
  },
  shape(c, colour, ...points) {
    c.fillStyle = colour;
    c.beginPath();
    for (const [x, y] of points) c.lineTo(x, y);
    c.fill();
  },
  line(c, colour, width, ...points) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.lineCap = c.lineJoin = 'round';
    c.beginPath();
    for (const [x, y] of points) c.lineTo(x, y);
    c.stroke();
  },
  // Bands of equal height from the top down to `until`.
  bands(c, colours, w, until) {
    const step = until / colours.length;
    colours.forEach((colour, i) => brush.rect(c, colour, 0, Math.floor(i * step), w, step + 1));
  },
  stars(c, count, w, h, t) {
    for (let i = 0; i < count; i += 1) {
      const on = Math.sin(t * 1.4 + i * 2.4) > -0.6;
      const [x, y] = [(i * 397 + 71) % w, (i * 211 + 37) % h];
      if (on) brush.disc(c, '#f4e9cf', x, y, 1.6 + (i % 3) * 0.7);
    }
  },
  hills(c, colour, w, base, h, height, seed) {
    c.fillStyle = colour;
    c.beginPath();
    c.moveTo(0, h);
    for (let x = 0; x <= w; x += 20) {
      const wave = Math.sin(x / 170 + seed) + Math.sin(x / 71 + seed * 3) * 0.4;
      c.lineTo(x, base - wave * height);
    }
    c.lineTo(w, h);
    c.fill();
  },
  glow(c, colour, x, y, r) {
    c.globalAlpha = 0.14;
    brush.disc(c, colour, x, y, r);
    brush.disc(c, colour, x, y, r * 0.62);
    c.globalAlpha = 1;
    brush.disc(c, colour, x, y, r * 0.2);
  },
};
