import { type Config } from '@travellite/config';
import { type RunningStandalone } from './bootstrap.js';

/** What `npm start` prints: where it is, and what it works with. */
export function greeting({ url, model, dataFolder }: RunningStandalone, config: Config): string {
  // A browser on this machine knows it by this name, whatever address stands for it.
  const shown = url.replace(/\/\/(127\.0\.0\.1|0\.0\.0\.0|\[::1?\]):/, '//localhost:');
  const offline = config.model.apiKey === undefined && config.agent.kind === 'travel';
  return [
    '',
    `  TravelLite is running at ${shown}`,
    '',
    `  model   ${model}${offline ? ' (OPENAI_API_KEY chooses another)' : ''}`,
    '  data    curated places; flights and stays are samples, and labelled as such',
    `  stores  SQLite in ${dataFolder}, bus in this process`,
    `  rooms   ${roomsOf(config)}`,
    '',
    '  Ctrl-C stops it: running turns finish first.',
    '',
    '',
  ].join('\n');
}

function roomsOf({ realtime }: Config): string {
  const { publish, namespaces } = realtime;
  return publish
    ? `realtime service ${publish.wsUrl}, namespace ${namespaces.join(', ')}`
    : 'no realtime service';
}
