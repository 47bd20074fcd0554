// The JSON Schema validator of Python, as frictionless brings it.
import { execFileSync } from "node:child_process";

const python = process.env.LOA_PYTHON;

/** Validates a value against a schema with python-jsonschema; gives what is wrong. */
export function wrong(schemaText, values) {
  const code = `
import json, sys
from jsonschema.validators import validator_for
schema, values = json.load(sys.stdin)
kind = validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
json.dump([[f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(v)][:5] for v in values], sys.stdout)
`;
  const input = `[${schemaText}, ${JSON.stringify(values)}]`;
  return JSON.parse(execFileSync(python, ["-c", code], { input, encoding: "utf8", maxBuffer: 1 << 28 }));
}


/** The metadata of documents or tables as a YAML reader of another language reads it: once with its types, once as plain text. */
export function metadata(texts) {
  const code = `
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
# Days stay text, as in YAML 1.2 and in JSON.
Loader.yaml_implicit_resolvers = {k: [r for r in v if r[0] != "tag:yaml.org,2002:timestamp"] for k, v in Loader.yaml_implicit_resolvers.items()}
def part(text):
    return text.split("\\n---", 1)[0][4:] if text.startswith("---") else text
json.dump([[yaml.load(part(t), loader) for loader in (Loader, yaml.BaseLoader)] for t in json.load(sys.stdin)], sys.stdout)
`;
  return JSON.parse(execFileSync(python, ["-c", code], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 }));
}
