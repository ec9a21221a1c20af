// build.js ROUNDS SECONDS OUT PLAN PICTURES: builds a deck of the plan's slides with PptxGenJS, warm, as often as asked for or as the seconds allow.
// The last line is JSON: how many milliseconds each round took, and how many slides the deck has.
const fs = require('node:fs');
const path = require('node:path');
const { performance } = require('node:perf_hooks');
const PptxGenJS = require('pptxgenjs');

const [rounds, seconds, out, plan, pictures] = process.argv.slice(2);
const { title, slides } = JSON.parse(fs.readFileSync(plan, 'utf8'));

async function build() {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.defineSlideMaster({
    title: 'Picture',
    slideNumber: { x: 12.3, y: 7.0, w: 0.6, h: 0.3, fontSize: 12 },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.4, w: 12.1, h: 1.0, fontSize: 32 }, text: '' } },
      { placeholder: { options: { name: 'body', type: 'body', x: 0.6, y: 1.6, w: 6.2, h: 5.0, fontSize: 24 }, text: '' } },
      { text: { text: title, options: { x: 0.6, y: 7.0, w: 6, h: 0.3, fontSize: 12 } } },
    ],
  });
  for (const content of slides) {
    const slide = deck.addSlide({ masterName: 'Picture' });
    slide.addText(content.title, { placeholder: 'title' });
    slide.addText(content.bullets.map(text => ({ text, options: { bullet: true, breakLine: true } })), { placeholder: 'body' });
    slide.addImage({ path: path.join(pictures, content.picture), x: 7.2, y: 1.6, w: 5.5, h: 4.4, altText: content.caption });
    slide.addText(content.caption, { x: 7.2, y: 6.1, w: 5.5, h: 0.5, fontSize: 14, align: 'center' });
    slide.addNotes(content.notes);
  }
  await deck.writeFile({ fileName: out });
}

(async () => {
  const began = performance.now();
  const milliseconds = [];
  if (rounds > 1) await build();
  do {
    const start = performance.now();
    await build();
    milliseconds.push(performance.now() - start);
  } while (milliseconds.length < rounds && performance.now() - began < seconds * 1000);
  console.log(JSON.stringify({ milliseconds, slides: slides.length }));
})().catch(failure => { console.error(failure); process.exitCode = 1; });
