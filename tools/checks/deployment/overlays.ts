import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { render } from './render.js';
import { at, idOf, listAt, type Resource } from './resource.js';

const root = join(process.cwd(), '../..');
/** An overlay's folder. */
export const overlay = (name: string) => join(root, 'k8s', 'overlays', name);

/** The apps that are services of a cluster: each has a main file; standalone is all of them in one process. */
export const services = readdirSync(join(root, 'apps')).filter(
  (app) => app !== 'standalone' && existsSync(join(root, 'apps', app, 'src', 'main.ts')),
);
/** Who may reach the conversation store. The realtime channel's services belong here neither now nor later. */
export const storeUsers = ['ws-gateway', 'agent-worker'];

/** What each overlay makes. */
export const rendered = { dev: render(overlay('dev')), production: render(overlay('production')) };
/** The overlays' names. */
export const both = ['dev', 'production'] as const;

/** Throws when there is none. */
export function find(all: readonly Resource[], id: string): Resource {
  const found = all.find((resource) => idOf(resource) === id);
  if (!found) throw new Error(`there is no ${id} (docs/deploying.md says how a service is added)`);
  return found;
}

/** A workload's pod. */
export const pod = (deployment: Resource) => at(deployment, 'spec', 'template', 'spec');

/** A workload's only container. */
export const container = (deployment: Resource) => at(pod(deployment), 'containers', 0);

/** Labels of a service's pods. */
export const podLabels = (all: readonly Resource[], service: string) =>
  at(find(all, `Deployment/${service}`), 'spec', 'template', 'metadata', 'labels') as Record<string, string>;

/** The environment a service gets; Secrets that are made beforehand count with what dev has in them. */
export function environment(all: readonly Resource[], service: string): Record<string, string> {
  const one = container(find(all, `Deployment/${service}`));
  const sources = listAt(one, 'envFrom').map((source) => {
    const map = at(source, 'configMapRef', 'name');
    if (typeof map === 'string') return at(find(all, `ConfigMap/${map}`), 'data');
    if (at(source, 'secretRef', 'optional') === true) return {};
    return at(find(rendered.dev, `Secret/${String(at(source, 'secretRef', 'name'))}`), 'stringData');
  }) as Record<string, string>[];
  const own = listAt<{ name: string; value: string }>(one, 'env').map(({ name, value }) => [name, value]);
  return Object.assign({}, ...sources, Object.fromEntries(own)) as Record<string, string>;
}
