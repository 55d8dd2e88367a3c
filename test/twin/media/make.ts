// Draws every clip, poster and image of the twin. Run by hand after a change of a scene:
//   npx tsx test/twin/media/make.ts [name …]
// Needs ffmpeg with libx264, and a Chromium (CHROMIUM names one, else Playwright's own).
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { CLIP_FILES, type ClipFile, SQUARES } from './clip-files';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const scripts = ['brush', 'elm', 'elsewhere', 'bar'].map((name) =>
  readFileSync(path(`./scenes/${name}.js`), 'utf8'),
);

const bytes = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');

async function canvas(page: Page, width: number, height: number): Promise<void> {
  await page.setContent(`<canvas width="${width}" height="${height}"></canvas>`);
  for (const content of scripts) await page.addScriptTag({ content });
}

async function clip(page: Page, { name, width, height, frames, draw, crf }: ClipFile) {
  await canvas(page, width, height);
  const out = path(`./${name}.mp4`);
  // No B-frames: frame n is then shown at n/24 s without an edit list; a key frame a second makes seeks quick.
  const encode = `-y -loglevel error -f image2pipe -framerate 24 -c:v png -i - -c:v libx264
    -preset veryslow -crf ${crf ?? 38} -tune animation -aq-mode 0 -bf 0 -g 24 -pix_fmt yuv420p
    -color_primaries bt709 -color_trc bt709 -colorspace bt709 -vf scale=out_color_matrix=bt709
    -an -movflags +faststart`;
  const ffmpeg = spawn('ffmpeg', [...encode.split(/\s+/), out], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const scale = Math.min(width, height) / 720;
  for (let frame = 0; frame < frames; frame += 1) {
    const picture = await page.evaluate(`(() => {
      const canvas = document.querySelector('canvas');
      const c = canvas.getContext('2d');
      const t = ${frame} / 24;
      c.save();
      c.scale(${scale}, ${scale});
      ${draw};
      c.restore();
      drawBar(c, ${frame}, ${width}, ${height});
      return canvas.toDataURL('image/png');
    })()`);
    if (!ffmpeg.stdin.write(bytes(String(picture)))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  await once(ffmpeg, 'exit');
  const poster = `-y -loglevel error -ss 3 -i ${out} -frames:v 1 -vf scale=640:640:force_original_aspect_ratio=decrease -q:v 8 ${path(`./${name}.jpg`)}`;
  execFileSync('ffmpeg', poster.split(' '));
  if (existsSync(out)) console.log(name, Math.round(statSync(out).size / 1024), 'KB');
}

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const browser = await chromium.launch({
  ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const file of CLIP_FILES) if (isWanted(file.name)) await clip(page, file);
for (const square of SQUARES.filter(isWanted)) {
  await canvas(page, 512, 512);
  const picture = await page.evaluate(`(() => {
    const canvas = document.querySelector('canvas');
    squares.${square}(canvas.getContext('2d'));
    return canvas.toDataURL('image/jpeg', 0.8);
  })()`);
  writeFileSync(path(`./${square}.jpg`), bytes(String(picture)));
}
await browser.close();
