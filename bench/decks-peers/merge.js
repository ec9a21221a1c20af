// merge.js ROUNDS SECONDS OUT DECK…: merges the decks with pptx-automizer, warm, as often as asked for or as the seconds allow.
// The last line is JSON: how many milliseconds each round took, and how many slides the deck has.
const path = require('node:path');
const { performance } = require('node:perf_hooks');
const { default: Automizer } = require('pptx-automizer');

const [rounds, seconds, out, ...decks] = process.argv.slice(2);

async function merge() {
  const automizer = new Automizer({ templateDir: '', outputDir: path.dirname(out), removeExistingSlides: false, autoImportSlideMasters: false, verbosity: 0 });
  automizer.loadRoot(decks[0]);
  for (const deck of decks.slice(1)) automizer.load(deck, deck);
  for (const deck of decks.slice(1)) {
    const numbers = await automizer.getTemplate(deck).getAllSlideNumbers();
    for (const number of numbers.sort((one, other) => one - other)) automizer.addSlide(deck, number);
  }
  return automizer.write(path.basename(out));
}

(async () => {
  const began = performance.now();
  const milliseconds = [];
  let summary = await merge();
  do {
    const start = performance.now();
    summary = await merge();
    milliseconds.push(performance.now() - start);
  } while (milliseconds.length < rounds && performance.now() - began < seconds * 1000);
  console.log(JSON.stringify({ milliseconds, slides: summary.slides }));
})().catch(failure => { console.error(failure); process.exitCode = 1; });
