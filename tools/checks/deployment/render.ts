/**
 * What `kubectl kustomize` makes of a folder, for machines without a kubectl that knows components (Debian's does not). It knows the
 * fields our kustomizations use and refuses every other; where a newer kubectl is installed, a test compares the two.
 * One difference is wanted: generated names carry no hash.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { applyPatch, type PatchStep } from './json-patch.js';
import { idOf, listAt, type Resource } from './resource.js';

interface Kustomization {
  apiVersion: string;
  kind: 'Kustomization' | 'Component';
  namespace?: string;
  resources?: string[];
  components?: string[];
  configMapGenerator?: { name: string; behavior?: 'merge'; literals?: string[]; files?: string[] }[];
  patches?: { target: { kind: string; name?: string }; path?: string; patch?: string }[];
  replicas?: { name: string; count: number }[];
  images?: { name: string; newName?: string; newTag?: string }[];
}

type Step = (resources: Resource[], kustomization: Kustomization, folder: string) => Resource[];
const steps = {
  resources: (found, { resources = [] }, folder) => [
    ...found,
    ...resources.flatMap((entry) => load(join(folder, entry))),
  ],
  components: (found, { components = [] }, folder) =>
    components.reduce((all, entry) => build(join(folder, entry), all), found),
  configMapGenerator: (found, { configMapGenerator = [] }, folder) =>
    configMapGenerator.reduce((all, one) => generate(all, one, folder), found),
  patches: (found, { patches = [] }, folder) => patches.reduce((all, one) => patch(all, one, folder), found),
  namespace: (found, { namespace }) =>
    namespace === undefined ? found : found.map((resource) => intoNamespace(resource, namespace)),
  replicas: (found, { replicas = [] }) =>
    replicas.reduce(
      (all, one) => patchOne(all, `Deployment/${one.name}`, '/spec/replicas', one.count),
      found,
    ),
  images: (found, { images = [] }) => found.map((resource) => withImages(resource, images)),
} satisfies Record<string, Step>;

/** Every object of a kustomization folder, ready to apply. */
export const render = (folder: string): Resource[] => build(folder, []);

function build(folder: string, given: Resource[]): Resource[] {
  const file = join(folder, 'kustomization.yaml');
  const kustomization = parse(readFileSync(file, 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter(
    (field) => !(field in { ...steps, apiVersion: 0, kind: 0 }),
  );
  if (unknown.length > 0) throw new Error(`${file}: ${unknown.join(', ')} is not known here`);
  const all = Object.values<Step>(steps).reduce((found, step) => step(found, kustomization, folder), given);
  const ids = all.map(idOf);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${file}: ${twice} is there twice`);
  return all;
}

function load(path: string): Resource[] {
  if (statSync(path).isDirectory()) return render(path);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    if (document.errors[0]) throw new Error(`${path}: ${document.errors[0].message}`);
    return document.toJS() as Resource;
  });
}

type Generator = NonNullable<Kustomization['configMapGenerator']>[number];

function generate(all: Resource[], { name, behavior, literals = [], files = [] }: Generator, folder: string) {
  const data = Object.fromEntries([
    ...literals.map((literal) => /^([^=]+)=(.*)$/s.exec(literal)?.slice(1) ?? [literal, '']),
    ...files.map((file) => [basename(file), readFileSync(join(folder, file), 'utf8')]),
  ]) as Record<string, string>;
  const known = all.find((resource) => idOf(resource) === `ConfigMap/${name}`);
  if ((behavior === 'merge') !== (known !== undefined))
    throw new Error(`ConfigMap ${name} cannot be ${behavior}d`);
  if (!known) return [...all, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }];
  const merged = { ...known, data: { ...(known['data'] as object), ...data } };
  return all.map((resource) => (resource === known ? merged : resource));
}

type Patch = NonNullable<Kustomization['patches']>[number];

function patch(all: Resource[], { target, path, patch: text }: Patch, folder: string): Resource[] {
  const lines = parse(text ?? readFileSync(join(folder, path ?? ''), 'utf8')) as PatchStep[];
  const name = new RegExp(`^(${target.name ?? '.*'})$`);
  const hit = (resource: Resource) => resource.kind === target.kind && name.test(resource.metadata.name);
  if (!all.some(hit)) throw new Error(`a patch for ${target.kind} ${target.name ?? ''} meets nothing`);
  return all.map((resource) => (hit(resource) ? applyPatch(resource, lines) : resource));
}

function patchOne(all: Resource[], id: string, path: string, value: unknown): Resource[] {
  const steps = [{ op: 'add', path, value }];
  return all.map((resource) => (idOf(resource) === id ? applyPatch(resource, steps) : resource));
}

const intoNamespace = (resource: Resource, namespace: string): Resource =>
  resource.kind === 'Namespace' ? resource : { ...resource, metadata: { ...resource.metadata, namespace } };

function withImages(resource: Resource, images: NonNullable<Kustomization['images']>): Resource {
  const copy = structuredClone(resource);
  for (const container of listAt<{ image: string }>(copy, 'spec', 'template', 'spec', 'containers')) {
    const [, name = '', tag] = /^(.+?)(?::([^/:]+))?$/.exec(container.image) ?? [];
    const change = images.find((image) => image.name === name);
    const newTag = change?.newTag ?? tag;
    container.image = `${change?.newName ?? name}${newTag === undefined ? '' : `:${newTag}`}`;
  }
  return copy;
}
