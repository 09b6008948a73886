import { type Setting } from './setting.js';
import { settings } from './settings.js';

/** The Markdown table of `docs/configuration.md`; a test compares the two. */
export function describeSettings(): string {
  const rows = (Object.entries(settings) as [string, Setting<unknown>][]).map(([name, setting]) => {
    const fallback =
      setting.fallback === undefined || setting.fallback === '' ? 'not set' : `\`${setting.fallback}\``;
    const apps = setting.apps === 'all' ? 'all' : setting.apps.join(', ');
    return `| \`${name}\` | ${fallback} | ${apps} | ${setting.about}${setting.secret ? ' Secret.' : ''} |`;
  });
  return ['| setting | default | read by | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
