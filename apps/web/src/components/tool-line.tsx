import { type ToolView } from '@travellite/client';
import { inWords, sentenceCase } from '../format/trip-facts.js';
import { Icon } from './icon.js';
import { SampleBadge } from './sample-badge.js';

/** One search: what was asked of whom, and what came of it. */
export function ToolLine({ tool, working }: { tool: ToolView; working: boolean }) {
  const running = tool.ok === undefined && working;
  return (
    <li className="tool" data-failed={tool.ok === false}>
      <span className="step-mark">
        {running ? <span className="spinner" /> : <Icon name={tool.ok === false ? 'cross' : 'search'} />}
      </span>
      <span>
        {sentenceCase(inWords(tool.tool))}
        {tool.summary !== undefined && tool.summary !== '' && `: ${tool.summary}`}{' '}
        {tool.sample && <SampleBadge />}
      </span>
    </li>
  );
}
