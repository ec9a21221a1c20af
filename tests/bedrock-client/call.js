// node call.js ENDPOINT COMMAND INPUT_JSON
// Makes one call with AWS's own client, credentials and region from the environment, and prints what the client made of the answer:
// {"answer": …, "events": […], "error": {"name", "status", "message", "fault"}}.
const bedrock = require('@aws-sdk/client-bedrock-runtime');
const { NodeHttpHandler } = require('@smithy/node-http-handler');

const [endpoint, command, input] = process.argv.slice(2);
const client = new bedrock.BedrockRuntimeClient({ endpoint, maxAttempts: 1, requestHandler: new NodeHttpHandler() });

// Bodies are bytes: they are given as JSON, here and in what is printed.
const packed = value => {
  const body = value.body ?? value.input?.invokeModel?.body;
  if (body === undefined) return value;
  const bytes = Buffer.from(JSON.stringify(body));
  return value.body ? { ...value, body: bytes } : { ...value, input: { invokeModel: { body: bytes } } };
};
const unpacked = bytes => JSON.parse(Buffer.from(bytes).toString());

async function call() {
  const { $metadata, stream, body, ...answer } = await client.send(new bedrock[`${command}Command`](packed(JSON.parse(input))));
  const result = { answer: body?.length ? { ...answer, body: unpacked(body) } : answer };
  const streamed = stream ?? (body?.[Symbol.asyncIterator] && !body.length ? body : undefined);
  if (streamed) {
    result.events = [];
    try {
      for await (const event of streamed) result.events.push(event.chunk ? unpacked(event.chunk.bytes) : event);
    } catch (failure) {
      result.error = told(failure);
    }
  }
  return result;
}

const told = failure => ({
  name: failure.name,
  known: typeof bedrock[failure.name] === 'function' && failure instanceof bedrock[failure.name],
  status: failure.$metadata?.httpStatusCode,
  message: failure.message,
});

call().catch(failure => ({ error: told(failure) })).then(result => console.log(JSON.stringify(result)));
