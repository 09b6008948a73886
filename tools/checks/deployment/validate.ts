/**
 * Checks objects against the API's own definitions, twice: by its schema for values and required fields, and by its types for fields
 * it does not know, which the schema lets pass and a cluster would drop or refuse.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { idOf, type Resource } from './resource.js';

/** Where a kind is defined: `apps/v1` and `Deployment` to `kubernetes-models/apps/v1/Deployment`. */
function moduleOf({ apiVersion, kind }: Resource): string {
  const library = apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models';
  return `${library}/${apiVersion}/${kind}`;
}

type Model = new (data: object) => { validate(): void };

/** What the schemas say against these objects, one sentence a fault. */
export async function schemaFaults(resources: readonly Resource[]): Promise<string[]> {
  const faults = await Promise.all(
    resources.map(async (resource) => {
      try {
        const models = (await import(moduleOf(resource))) as Record<string, Model | undefined>;
        const model = models[resource.kind];
        if (model === undefined) return [`${idOf(resource)}: there is no such kind`];
        new model(resource).validate();
        return [];
      } catch (error) {
        return [`${idOf(resource)}: ${(error as Error).message}`];
      }
    }),
  );
  return faults.flat();
}

/** What the types say: the objects as a program text, read by the compiler. */
export function typeFaults(resources: readonly Resource[]): string[] {
  const file = join(process.cwd(), 'deployment', 'manifests-as-code.ts');
  const lines = resources.map(
    (resource, index) =>
      `import type { I${resource.kind} as K${index} } from '${moduleOf(resource)}'; export const o${index}: K${index} = ${JSON.stringify(resource)};`,
  );
  const options: ts.CompilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: true, types: [] },
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(file, lines.join('\n'), ts.ScriptTarget.ES2022, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === file ? source : read(name, ...rest));
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(source).map((found) => {
    const line = source.getLineAndCharacterOfPosition(found.start ?? 0).line;
    const resource = resources[line];
    return `${resource ? idOf(resource) : '?'}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`;
  });
}
