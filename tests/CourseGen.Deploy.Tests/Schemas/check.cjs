// Reads a JSON array of Kubernetes objects, writes a JSON array of faults. Types, required fields and enumerations are what the
// schemas' own validators say; they ignore fields that they do not know, so a field that no validator has read is unknown.
const objects = JSON.parse(require("fs").readFileSync(0, "utf8"));

function watch(value, path, fields) {
  if (value === null || typeof value !== "object") return value;
  const read = new Map();
  for (const key of Object.keys(value)) {
    read.set(key, watch(value[key], `${path}/${key}`, fields));
    fields.set(`${path}/${key}`, Array.isArray(value));
  }
  return new Proxy(value, {
    get(target, key) {
      if (read.has(key)) fields.set(`${path}/${key}`, true);
      return read.has(key) ? read.get(key) : target[key];
    },
  });
}

function modelOf({ apiVersion, kind }) {
  try {
    return require(`kubernetes-models/${apiVersion}/${kind}`)[kind];
  } catch {
    return null;
  }
}

function faultsOf(object) {
  const Model = modelOf(object);
  if (!Model) return [`${object.apiVersion} ${object.kind} is no kind that the schemas know`];
  const fields = new Map();
  const faults = [];
  try {
    Model.prototype.validate.call(watch(object, "", fields));
  } catch (fault) {
    faults.push(fault.message);
  }
  for (const [field, isRead] of fields) {
    if (!isRead && ![...fields].some(([other, otherRead]) => !otherRead && field.startsWith(`${other}/`))) faults.push(`${field} is no field`);
  }
  return faults;
}

const name = (object) => `${object.kind}/${object.metadata?.name}`;
console.log(JSON.stringify(objects.flatMap((object) => faultsOf(object).map((fault) => `${name(object)}: ${fault}`))));
