// The scenes of the other projects, the reference walk and the square images.
const elsewhere = {
  harbour(c, t, night = false) {
    const [w, h] = [1280, 720];
    const day = ['#f7e3c0', '#f4d3ab', '#eebd9a', '#dca690'];
    brush.bands(c, night ? ['#0f1b33', '#14243f', '#1a2e4e', '#22395c'] : day, w, 400);
    if (night) brush.stars(c, 34, w, 260, t);
    brush.disc(c, night ? '#e9e6d8' : '#fff6dc', 250, 250, night ? 44 : 74);
    brush.hills(c, night ? '#16273c' : '#b9848a', w, 380, 420, 30, 2);
    if (night) {
      const a = Math.sin(t * 0.7) * 0.5 + 2.9;
      const tip = (angle) => [1040 + Math.cos(angle) * 1300, 236 + Math.sin(angle) * 1300];
      c.globalAlpha = 0.5;
      brush.shape(c, '#ffe9a8', [1040, 236], tip(a - 0.06), tip(a + 0.06));
      c.globalAlpha = 1;
    }
    brush.rect(c, night ? '#12304a' : '#4f8a99', 0, 400, w, 320);
    for (let i = 0; i < 22; i += 1) {
      const y = 420 + (i % 8) * 36;
      const x = ((i * 233 + t * (14 + (i % 8) * 5)) % 1400) - 90;
      brush.rect(c, night ? '#1c4260' : '#6fa3ad', x, y, 50 + (i % 8) * 12, 4);
    }
    brush.shape(c, night ? '#0b1522' : '#5d4a55', [930, 440], [990, 396], [1100, 392], [1190, 440]);
    for (let i = 0; i < 5; i += 1) {
      const half = 34 - i * 4;
      brush.rect(c, i % 2 ? '#c4474a' : '#f3ead8', 1040 - half, 364 - i * 32, half * 2, 33);
    }
    brush.rect(c, night ? '#ffe9a8' : '#41505c', 1024, 216, 32, 22);
    brush.shape(c, '#7a2b33', [1014, 216], [1040, 190], [1066, 216]);
    const [x, y] = [120 + t * 62, 560 + Math.sin(t * 2.2) * 7];
    c.save();
    c.translate(x, y);
    c.rotate(Math.sin(t * 1.7) * 0.035);
    brush.line(c, '#3b2a2a', 9, [20, 0], [20, -260]);
    brush.shape(c, night ? '#b9bfc9' : '#fbf3df', [32, -250], [32, -30], [190, -30]);
    brush.shape(c, '#d8644c', [8, -230], [8, -30], [-110, -30]);
    brush.shape(c, '#5a2f2a', [-150, -16], [210, -16], [160, 44], [-110, 44]);
    brush.rect(c, '#efe0c0', -146, -16, 352, 10);
    c.restore();
  },

  attic(c, t) {
    const [w, h] = [1280, 720];
    brush.rect(c, '#4a382f', 0, 0, w, h);
    for (let i = 0; i < 9; i += 1) brush.rect(c, '#54412f', i * 150, 0, 70, 600);
    brush.shape(c, '#33261f', [0, 0], [520, 0], [0, 470]);
    brush.shape(c, '#33261f', [1280, 0], [760, 0], [1280, 470]);
    brush.rect(c, '#2b211b', 0, 590, w, 130);
    brush.disc(c, '#e8d5ad', 640, 290, 176);
    brush.disc(c, '#8fb7d0', 640, 290, 154);
    c.save();
    c.beginPath();
    c.arc(640, 290, 154, 0, Math.PI * 2);
    c.clip();
    brush.hills(c, '#dfe9ee', w, 390, h, 22, 3);
    for (let i = 0; i < 26; i += 1) {
      const y = 130 + ((i * 67 + t * (40 + (i % 4) * 12)) % 330);
      brush.disc(c, '#ffffff', 490 + ((i * 47) % 300) + Math.sin(t + i) * 12, y, 4 + (i % 3));
    }
    c.restore();
    brush.rect(c, '#e8d5ad', 632, 130, 16, 320);
    brush.rect(c, '#e8d5ad', 480, 282, 320, 16);
    c.globalAlpha = 0.16;
    brush.shape(c, '#fff1c9', [520, 400], [760, 400], [980, 720], [360, 720]);
    c.globalAlpha = 1;
    brush.rect(c, '#7b4a30', 170, 500, 240, 150);
    brush.rect(c, '#5c3623', 170, 500, 240, 44);
    brush.rect(c, '#d8b25c', 276, 530, 28, 34);
    const swing = Math.sin(t * 1.6) * 0.16;
    c.save();
    c.translate(980, 60);
    c.rotate(swing);
    brush.line(c, '#1d1613', 5, [0, 0], [0, 210]);
    brush.glow(c, '#ffd98a', 0, 236, 84);
    c.restore();
    for (const [dx, dy] of [[0, 0], [70, 26]]) brush.disc(c, '#a1522f', 920 + dx, 610 + dy * 0.4, 44);
  },

  walk(c, t, w, h) {
    const [floor, mid] = [h * 0.8, w / 2];
    brush.bands(c, ['#1c2438', '#232e46', '#2b3854', '#344463'], w, h);
    for (let i = 0; i < 7; i += 1) {
      const x = i * 210 - ((t * 46) % 210) - 100;
      brush.rect(c, i % 2 ? '#151b2b' : '#182033', x, h * 0.22 + ((i * 61) % 90), 180, h);
    }
    brush.rect(c, '#10141f', 0, floor, w, h - floor);
    for (let i = 0; i < 15; i += 1) {
      const y = (i * 97 + t * 480) % h;
      const x = (i * 173) % w;
      brush.line(c, '#5b6c8f', 2, [x, y], [x - 5, y + 26]);
    }
    const bob = Math.abs(Math.sin(t * 3)) * 8;
    c.save();
    c.translate(mid, floor + 40 - bob);
    for (const k of [0, 3.14]) {
      brush.line(c, '#0b0d15', 22, [0, -130], [Math.sin(t * 3 + k) * 42, bob - 6]);
    }
    brush.shape(c, '#d9a441', [-46, -300], [46, -300], [82, -100], [-82, -100]);
    brush.disc(c, '#c98f6b', 0, -336, 36);
    brush.disc(c, '#2a1b1b', -6, -350, 34);
    brush.line(c, '#d9a441', 20, [36, -280], [110, -216]);
    brush.glow(c, '#ffdd8f', 124, -172, 120);
    brush.line(c, '#d9a441', 20, [-36, -280], [-60, -340]);
    brush.line(c, '#3b2a2a', 7, [-62, -330], [-30, -560]);
    c.fillStyle = '#b23a48';
    c.beginPath();
    c.arc(-24, -420, 190, Math.PI * 1.08, Math.PI * 1.92);
    c.fill();
    c.restore();
  },
};

const squares = {
  coat(c) {
    brush.rect(c, '#e9e0d0', 0, 0, 512, 512);
    brush.shape(c, '#d9a441', [170, 130], [342, 130], [400, 440], [112, 440]);
    brush.shape(c, '#c08d2f', [250, 130], [262, 130], [270, 440], [242, 440]);
    for (const y of [200, 270, 340]) brush.disc(c, '#6b4a17', 282, y, 9);
    brush.line(c, '#d9a441', 44, [180, 160], [96, 330]);
    brush.line(c, '#d9a441', 44, [332, 160], [416, 330]);
  },
  lantern(c) {
    brush.rect(c, '#1f2a3c', 0, 0, 512, 512);
    brush.glow(c, '#ffdd8f', 256, 290, 190);
    brush.line(c, '#c9b28a', 10, [180, 150], [256, 70], [332, 150]);
    brush.rect(c, '#8a6a3f', 170, 150, 172, 34);
    brush.rect(c, '#8a6a3f', 160, 400, 192, 34);
    for (const x of [180, 322]) brush.rect(c, '#8a6a3f', x, 180, 12, 224);
  },
  umbrella(c) {
    brush.rect(c, '#cfdad8', 0, 0, 512, 512);
    brush.line(c, '#4a3226', 12, [256, 200], [256, 430], [222, 450], [204, 424]);
    c.fillStyle = '#b23a48';
    c.beginPath();
    c.arc(256, 250, 180, Math.PI, Math.PI * 2);
    c.fill();
    c.fillStyle = '#94303d';
    c.beginPath();
    c.ellipse(256, 250, 70, 180, 0, Math.PI, Math.PI * 2);
    c.fill();
  },
  sketch(c) {
    brush.rect(c, '#f4f1e8', 0, 0, 512, 512);
    brush.line(c, '#3b3b44', 6, [70, 400], [150, 240], [220, 330], [310, 170], [440, 400]);
    brush.line(c, '#3b3b44', 6, [50, 404], [462, 404]);
    c.strokeStyle = '#3b3b44';
    c.beginPath();
    c.arc(380, 120, 44, 0, Math.PI * 2);
    c.stroke();
  },
};
