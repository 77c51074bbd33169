// Makes src/api/schema.d.ts from the server's OpenAPI file. With --check it changes nothing and fails when the two differ.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const source = new URL('../../src/main/resources/io/klamm/web/openapi.yaml', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);

const header = `// Generated from openapi.yaml by "npm run generate". Do not edit.
import type { Int64 } from '../lib/int64';

`;

// A 64-bit integer is no JavaScript number: offsets beyond 2^53 would show wrong digits.
const int64 = () => ts.factory.createTypeReferenceNode('Int64');

const ast = await openapiTS(source, {
  transform: (schema) => (schema.type === 'integer' && schema.format === 'int64' ? int64() : undefined),
});
const wanted = header + astToString(ast);

if (process.argv.includes('--check')) {
  let present = '';
  try {
    present = readFileSync(target, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (present !== wanted) {
    console.error(
      'src/api/schema.d.ts: differs from openapi.yaml (expected: the output of "npm run generate", committed)',
    );
    process.exit(1);
  }
} else {
  writeFileSync(target, wanted);
}
