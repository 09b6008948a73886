import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { type Resource } from './resource.js';

const run = (args: string[]) => spawnSync('kubectl', args, { encoding: 'utf8' });

/** Why the installed kubectl cannot render our folders; `undefined` when it can. Components came with 1.21. */
export function whyNotKubectl(): string | undefined {
  const found = run(['version', '--client', '-o', 'json']);
  if (found.error) return 'kubectl is not installed';
  const { clientVersion } = JSON.parse(found.stdout) as { clientVersion: { major: string; minor: string } };
  const [major, minor] = [Number.parseInt(clientVersion.major), Number.parseInt(clientVersion.minor)];
  return major > 1 || minor >= 21 ? undefined : `kubectl ${major}.${minor} knows no components`;
}

/** What kubectl makes of a folder, without the hashes in generated names. */
export function kubectlRender(folder: string): Resource[] {
  const rendered = run(['kustomize', folder]);
  if (rendered.status !== 0) throw new Error(rendered.stderr);
  const documents = parseAllDocuments(rendered.stdout).map((document) => document.toJS() as Resource);
  const hashed = documents.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
  const plain = (text: string) =>
    hashed.reduce(
      (all, name) => all.replaceAll(`"${name}"`, `"${name.replace(/-[a-z0-9]{10}$/, '')}"`),
      text,
    );
  return documents.map((document) => JSON.parse(plain(JSON.stringify(document))) as Resource);
}
