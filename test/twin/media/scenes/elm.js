// The scenes of "Elm Street, dusk". t is in seconds.
const elm = {
  street(c, t, later = 0) {
    const [w, h, night] = [1280, 720, Math.min(1, (t + later) / 12)];
    const skies = ['#2b2350', '#4a2f66', '#7a3f6d', '#b4556a', '#e07a5f', '#f2a65a'];
    brush.bands(c, skies, w, 520);
    brush.disc(c, '#ffd27a', 900, 470 + night * 140, 92);
    brush.hills(c, '#3a2a55', w, 440, h, 26, 2);
    for (let i = 0; i < 8; i += 1) {
      const [x, top] = [i * 168 - 20, 330 + ((i * 53) % 70)];
      brush.rect(c, i % 2 ? '#2a2145' : '#241c3d', x, top, 150, 260);
      brush.shape(c, '#1d1733', [x - 10, top], [x + 75, top - 62], [x + 160, top]);
      for (let k = 0; k < 4; k += 1) {
        const lit = ((i * 5 + k * 3) % 11) / 11 < night * 1.25;
        const [wx, wy] = [x + 26 + (k % 2) * 62, top + 34 + (k >> 1) * 74];
        brush.rect(c, lit ? '#ffcf7d' : '#17122b', wx, wy, 36, 44);
      }
    }
    brush.rect(c, '#191429', 0, 560, w, 160);
    brush.rect(c, '#231b38', 0, 548, w, 20);
    for (let i = 0; i < 9; i += 1) brush.rect(c, '#4b3f5f', i * 150 + 20, 634, 70, 6);
    for (const x of [150, 560, 1080]) {
      brush.rect(c, '#0f0c1c', x - 9, 400, 18, 160);
      for (const [dx, dy, r] of [[-46, 0, 62], [44, 6, 58], [0, -54, 74], [-8, 20, 60]]) {
        brush.disc(c, '#141f2b', x + dx + Math.sin(t * 0.9 + dx) * 3, 360 + dy, r);
      }
    }
    for (const x of [340, 820, 1230]) {
      brush.line(c, '#0c0a17', 8, [x, 560], [x, 372], [x - 34, 360]);
      if (night > 0.12) brush.glow(c, '#ffe2a1', x - 38, 368, 74);
    }
    const car = ((t + later) * 170) % 1700 - 300;
    brush.shape(c, '#f7d488', [car + 196, 618], [car + 430, 596], [car + 430, 656], [car + 196, 630]);
    brush.shape(c, '#c8484f', [car, 612], [car + 38, 606], [car + 64, 574], [car + 138, 574],
      [car + 164, 606], [car + 200, 614], [car + 200, 642], [car, 642]);
    brush.shape(c, '#2c2a45', [car + 52, 604], [car + 72, 582], [car + 130, 582], [car + 148, 604]);
    for (const x of [42, 158]) brush.disc(c, '#0a0813', car + x, 642, 20);
  },

  witch(c, t) {
    const [w, h] = [1280, 720];
    brush.bands(c, ['#0d1433', '#141d45', '#1d2a5a', '#2a3a70', '#3d4f88'], w, h);
    brush.stars(c, 46, w, 420, t);
    brush.disc(c, '#f6ecd0', 800, 290, 190);
    for (const [x, y, r] of [[740, 240, 30], [860, 330, 42], [800, 390, 20], [880, 220, 16]]) {
      brush.disc(c, '#e7dab6', x, y, r);
    }
    brush.hills(c, '#18204a', w, 600, h, 22, 5);
    for (let i = 0; i < 10; i += 1) {
      const [x, top] = [i * 136 - 30, 560 + ((i * 37) % 60)];
      brush.rect(c, '#0b1029', x, top, 118, 200);
      brush.shape(c, '#0b1029', [x - 10, top], [x + 59, top - 56], [x + 128, top]);
      brush.rect(c, '#f3b95f', x + 44, top + 28, 22, 28);
    }
    const [x, y] = [t * 150 - 20, 400 - t * 26 + Math.sin(t * 2) * 16];
    c.save();
    c.translate(x, y);
    c.rotate(-0.14);
    brush.line(c, '#3a2338', 9, [-130, 26], [120, 26]);
    brush.shape(c, '#8a5a2b', [-130, 26], [-200, -2], [-214, 28], [-200, 56]);
    brush.shape(c, '#120c20', [-44, 28], [-20, -40], [18, -44], [40, 28]);
    brush.shape(c, '#120c20', [-30, -10], [-120 - Math.sin(t * 6) * 10, 4], [-60, 26]);
    brush.disc(c, '#d9a27c', 10, -58, 18);
    brush.shape(c, '#120c20', [-32, -68], [46, -68], [22, -80], [-22, -142], [-12, -80]);
    brush.line(c, '#120c20', 10, [14, -24], [54, 22]);
    c.restore();
  },

  cat(c, t) {
    const [w, h] = [1280, 720];
    brush.bands(c, ['#12263f', '#183352', '#1f4266', '#2a5479'], w, h);
    brush.stars(c, 30, w, 300, t);
    brush.disc(c, '#fbe6a8', 300, 210 - t * 6, 84);
    brush.rect(c, '#0d1b2d', 930, 250, 90, 190);
    brush.rect(c, '#132740', 918, 238, 114, 24);
    for (let i = 0; i < 3; i += 1) {
      const rise = (t * 34 + i * 60) % 180;
      brush.disc(c, '#33587c', 975 + Math.sin(rise / 30) * 18, 226 - rise, 14 + rise / 9);
    }
    brush.shape(c, '#7c3f3a', [0, 470], [1280, 400], [1280, 720], [0, 720]);
    for (let row = 0; row < 5; row += 1) {
      const y = 520 + row * 48;
      brush.line(c, '#65322f', 5, [0, y], [1280, y - 70]);
    }
    brush.line(c, '#a65a4b', 16, [0, 468], [1280, 398]);
    const [x, step] = [140 + t * 100, t * 7];
    c.save();
    c.translate(x, 460 - x * 0.0547 - 8);
    for (const [dx, phase] of [[-58, 0], [-38, 3.1], [38, 1.5], [58, 4.6]]) {
      brush.line(c, '#0a0f1a', 15, [dx, -40], [dx + Math.sin(step + phase) * 18, 0]);
    }
    c.fillStyle = '#0a0f1a';
    c.beginPath();
    c.ellipse(0, -58, 82, 30, 0, 0, Math.PI * 2);
    c.fill();
    brush.disc(c, '#0a0f1a', 90, -92, 31);
    brush.shape(c, '#0a0f1a', [64, -108], [70, -142], [90, -120]);
    brush.shape(c, '#0a0f1a', [92, -120], [112, -142], [116, -104]);
    brush.disc(c, '#f6d860', 98, -96, 5);
    brush.line(c, '#0a0f1a', 13, [-78, -66], [-116, -108], [-108 + Math.sin(t * 3) * 14, -150]);
    c.restore();
  },

  train(c, t) {
    const [w, h] = [1280, 720];
    brush.bands(c, ['#f3c98b', '#f0b27a', '#e5946c', '#cf7564', '#a85a66'], w, 470);
    brush.disc(c, '#fff0c4', 380, 300, 70);
    brush.hills(c, '#7d4660', w, 420, h, 44, 1);
    brush.hills(c, '#5a3556', w, 500, h, 30, 4);
    brush.rect(c, '#3c6077', 0, 600, w, 120);
    for (let i = 0; i < 8; i += 1) {
      brush.rect(c, '#5b8396', ((i * 190 + t * 26) % 1400) - 80, 622 + (i % 3) * 26, 84, 5);
    }
    brush.rect(c, '#2a1e33', 0, 432, w, 26);
    for (let i = 0; i < 6; i += 1) {
      brush.rect(c, '#2a1e33', i * 250 + 40, 450, 34, 170);
      brush.line(c, '#2a1e33', 9, [i * 250 + 57, 520], [i * 250 + 182, 456], [i * 250 + 307, 520]);
    }
    const x = t * 205 - 760;
    for (let car = 0; car < 4; car += 1) {
      const left = x + car * 218;
      brush.rect(c, car === 3 ? '#b23a48' : '#1f4d5c', left, 352, 208, 74);
      brush.rect(c, '#f4e3b5', left, 396, 208, 6);
      for (let k = 0; k < 4; k += 1) brush.rect(c, '#ffe6a3', left + 16 + k * 48, 366, 32, 24);
      for (const k of [40, 168]) brush.disc(c, '#150f1c', left + k, 428, 13);
    }
    brush.shape(c, '#b23a48', [x + 862, 352], [x + 906, 392], [x + 906, 426], [x + 862, 426]);
  },

  door(c, t) {
    const [w, h] = [1280, 720];
    const open = Math.min(1, Math.max(0, (t - 2) / 6));
    brush.rect(c, '#2f3a4a', 0, 0, w, 560);
    for (let i = 0; i < 10; i += 1) brush.rect(c, '#374456', i * 134, 0, 60, 560);
    brush.rect(c, '#4d3a2f', 0, 560, w, 160);
    for (let i = 0; i < 4; i += 1) brush.rect(c, '#43322a', 0, 590 + i * 36, w, 4);
    brush.rect(c, '#e9dcc3', 462, 96, 356, 476);
    brush.rect(c, '#ffd98a', 486, 120, 308, 450);
    brush.disc(c, '#fff3cf', 690, 260, 60);
    brush.rect(c, '#86ad73', 486, 430, 308, 140);
    brush.shape(c, '#d8c08f', [610, 430], [650, 430], [730, 570], [540, 570]);
    const walker = Math.max(0, (t - 8) / 7);
    if (walker > 0) {
      const s = 0.35 + walker * 0.75;
      brush.rect(c, '#7a2e3a', 640 - 34 * s, 520 - 130 * s + walker * 40, 68 * s, 150 * s);
      brush.disc(c, '#c98f6b', 640, 500 - 140 * s + walker * 40, 27 * s);
    }
    const edge = 308 * (1 - open * 0.86);
    const lean = open * 46;
    brush.shape(c, '#6d2f2c', [486, 120], [486 + edge, 120 - lean], [486 + edge, 570 + lean], [486, 570]);
    brush.shape(c, '#84403a', [486 + edge * 0.16, 160], [486 + edge * 0.84, 160 - lean * 0.7],
      [486 + edge * 0.84, 320], [486 + edge * 0.16, 320]);
    brush.disc(c, '#f0c75e', 486 + edge * 0.88, 356, 11);
    c.globalAlpha = open * 0.5;
    brush.shape(c, '#ffd98a', [486 + edge, 572], [794, 572], [980, 700], [486 + edge * 1.3, 700]);
    c.globalAlpha = 1;
    brush.rect(c, '#23303f', 130, 150, 190, 240);
    brush.rect(c, '#93b7c4', 146, 166, 158, 208);
    brush.disc(c, '#e7a977', 225, 250, 40);
    brush.rect(c, '#38506a', 190, 292, 70, 82);
    brush.rect(c, '#20402f', 990, 470, 80, 96);
    for (const [dx, dy] of [[-40, -60], [0, -110], [44, -64], [-16, -20]]) {
      brush.disc(c, '#3f7a53', 1030 + dx + Math.sin(t + dx) * 2, 430 + dy * 0.6, 40);
    }
  },

  balloon(c, t, later = 0) {
    const [w, h, at] = [720, 1280, t + later];
    brush.bands(c, ['#274a6d', '#3a6587', '#5b87a0', '#8fb0b4', '#d9c9a8', '#f0b98a'], w, 1070);
    brush.disc(c, '#fff0cc', 560, 820, 64);
    for (const [x, y, s] of [[120, 240, 1], [540, 400, 0.8], [300, 620, 0.6]]) {
      const dx = ((x + at * 12) % 900) - 90;
      for (const [k, r] of [[-50, 28], [0, 40], [52, 30]]) brush.disc(c, '#e9e4d6', dx + k * s, y, r * s);
    }
    brush.hills(c, '#6b5d7a', w, 960, h, 46, 3);
    brush.hills(c, '#44506b', w, 1060, h, 36, 1);
    brush.hills(c, '#2b3a4c', w, 1150, h, 24, 6);
    const [x, y] = [330 + Math.sin(at * 0.6) * 50, 760 - at * 42];
    for (const dx of [-40, 40]) brush.line(c, '#4b3526', 5, [x + dx * 1.7, y + 90], [x + dx, y + 250]);
    for (const [colour, half] of [['#c94f4f', 140], ['#f1c15b', 96], ['#3f8f8a', 46]]) {
      c.fillStyle = colour;
      c.beginPath();
      c.ellipse(x, y, half, 150, 0, 0, Math.PI * 2);
      c.fill();
    }
    brush.rect(c, '#8a5a34', x - 44, y + 240, 88, 64);
    brush.rect(c, '#6f4527', x - 48, y + 236, 96, 14);
    brush.disc(c, '#2a2030', x - 14, y + 218, 17);
    brush.disc(c, '#2a2030', x + 18, y + 222, 14);
  },
};
