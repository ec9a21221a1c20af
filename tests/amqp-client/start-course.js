// node start-course.js AMQP_URI raw|envelope BODY
// Publishes a StartCourse as any AMQP client would, and ends when the broker has confirmed that it reached a queue.
const amqp = require('amqplib');

const [uri, form, body] = process.argv.slice(2);

async function main() {
  const connection = await amqp.connect(uri);
  const channel = await connection.createConfirmChannel();
  const returned = new Promise((_, reject) => channel.once('return', () => reject(new Error('no queue takes it'))));
  returned.catch(() => {});
  const options = { persistent: true, mandatory: true };
  if (form === 'raw') {
    channel.publish('', 'coursegen.start', Buffer.from(body), { ...options, contentType: 'application/json' });
  } else {
    const envelope = {
      messageId: require('crypto').randomUUID(),
      messageType: ['urn:message:CourseGen.Contracts:StartCourse'],
      message: JSON.parse(body),
    };
    channel.publish('CourseGen.Contracts:StartCourse', '', Buffer.from(JSON.stringify(envelope)), {
      ...options, contentType: 'application/vnd.masstransit+json',
    });
  }
  await Promise.race([channel.waitForConfirms(), returned]);
  await connection.close();
}

main().then(() => console.log('confirmed'), failure => { console.error(failure.message); process.exitCode = 1; });
