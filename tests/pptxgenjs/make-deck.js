// node make-deck.js FILE
// Makes a deck with what PptxGenJS can put into one: two masters, sections, links, charts with their workbooks, a table, pictures, sound and film, notes.
const PptxGenJS = require('pptxgenjs');

const picture = 'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==';

/** A tenth of a second of silence: 16 bits, mono, 8 kHz. */
function sound() {
  const wave = Buffer.alloc(44 + 1600);
  wave.write('RIFF', 0); wave.writeUInt32LE(36 + 1600, 4); wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16); wave.writeUInt16LE(1, 20); wave.writeUInt16LE(1, 22); wave.writeUInt32LE(8000, 24);
  wave.writeUInt32LE(16000, 28); wave.writeUInt16LE(2, 32); wave.writeUInt16LE(16, 34); wave.write('data', 36); wave.writeUInt32LE(1600, 40);
  return `audio/wav;base64,${wave.toString('base64')}`;
}

/** The head of an MPEG-4 file; nobody plays it. */
function film() {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0); box.write('ftypisom', 4); box.writeUInt32BE(512, 12); box.write('isommp42', 16);
  return `video/mp4;base64,${box.toString('base64')}`;
}

function master(deck, title, color) {
  deck.defineSlideMaster({
    title,
    background: { color },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.5, y: 0.3, w: 12, h: 1 }, text: '' } },
      { placeholder: { options: { name: 'body', type: 'body', x: 0.5, y: 1.5, w: 12, h: 4.5 }, text: '' } },
    ],
    slideNumber: { x: 12.5, y: 7, w: 0.6, h: 0.3 },
  });
}

function slide(deck, masterName, sectionTitle, title, notes) {
  const added = deck.addSlide({ masterName, sectionTitle });
  added.addText(title, { placeholder: 'title' });
  added.addNotes(notes);
  return added;
}

const deck = new PptxGenJS();
deck.layout = 'LAYOUT_WIDE';
deck.title = 'Made with PptxGenJS';
master(deck, 'Light', 'FFFFFF');
master(deck, 'Dark', '223344');
deck.addSection({ title: 'Beginning' });
deck.addSection({ title: 'End' });

slide(deck, 'Light', 'Beginning', 'Links', 'Where they lead').addText([
  { text: 'To the table', options: { hyperlink: { slide: 3 }, breakLine: true } },
  { text: 'To the web', options: { hyperlink: { url: 'https://example.org/a?b=c' } } },
], { placeholder: 'body' });

const series = [{ name: 'High water', labels: ['Mon', 'Tue', 'Wed'], values: [4.1, 4.4, 4.6] }, { name: 'Low water', labels: ['Mon', 'Tue', 'Wed'], values: [1.2, 1.0, 0.8] }];
const charts = slide(deck, 'Light', 'Beginning', 'Charts', 'Two charts, each with its workbook');
charts.addChart(deck.charts.BAR, series, { x: 0.5, y: 1.5, w: 6, h: 4 });
charts.addChart(deck.charts.LINE, series, { x: 6.8, y: 1.5, w: 6, h: 4 });

slide(deck, 'Light', 'Beginning', 'Table', 'Heights by day').addTable([['Day', 'Height'], ['Mon', '4.1'], ['Tue', '4.4']], { x: 0.5, y: 1.5, w: 6 });

const media = slide(deck, 'Dark', 'End', 'Media', 'A picture twice, sound and film');
media.addImage({ data: picture, x: 0.5, y: 1.5, w: 2, h: 2, altText: 'Four pixels' });
media.addImage({ data: picture, x: 3, y: 1.5, w: 2, h: 2, altText: 'Four pixels again' });
media.addMedia({ type: 'audio', data: sound(), extn: 'wav', x: 5.5, y: 1.5, w: 1, h: 1 });
media.addMedia({ type: 'video', data: film(), extn: 'mp4', x: 7, y: 1.5, w: 3, h: 2 });

deck.writeFile({ fileName: process.argv[2] }).catch(failure => { console.error(failure); process.exitCode = 1; });
