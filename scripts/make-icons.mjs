import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from './browser.mjs';
import { root } from './run.mjs';

/**
 * `npm run icons`: renders all icons in static/ from static/icon.svg. Run it after changing that file, and commit the
 * result.
 */
const folder = join(root, 'static');
const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
/** Some systems crop icons to a shape, so these need a background up to the edges and the logo well inside. */
const fullBleed = svg
  .replace(/ rx="\d+"/, '')
  .replace('<g id="mark"', '<g id="mark" transform="translate(256 256) scale(0.78) translate(-256 -256)"');

const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: browserArguments(),
});
const page = await browser.newPage();
await writeFile(join(folder, 'icon-192.png'), await draw(svg, 192));
await writeFile(join(folder, 'icon-512.png'), await draw(svg, 512));
await writeFile(join(folder, 'icon-maskable-512.png'), await draw(fullBleed, 512));
await writeFile(join(folder, 'apple-touch-icon.png'), await draw(fullBleed, 180));
await writeFile(join(folder, 'favicon.ico'), asIco(await draw(svg, 32), 32));
await browser.close();

/**
 * @param {string} image an SVG
 * @param {number} size in pixels
 * @returns {Promise<Buffer>} a PNG
 */
async function draw(image, size) {
  await page.setViewportSize({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${Buffer.from(image).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img src="${address}" width="${size}" height="${size}" />`,
  );
  await page.locator('img').evaluate((element) => /** @type {HTMLImageElement} */ (element).decode());
  return page.screenshot({ omitBackground: true });
}

/**
 * Wraps one PNG in an .ico file.
 * @param {Buffer} png
 * @param {number} size
 */
function asIco(png, size) {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // kind: icon
  header.writeUInt16LE(1, 4); // how many
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10); // colour planes
  header.writeUInt16LE(32, 12); // bits per pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
