import { type StepView, type TurnView } from '@travellite/client';
import { Fragment, useState } from 'react';
import { Icon } from './icon.js';
import { ToolLine } from './tool-line.js';

/** `7 steps, 2 searches`. */
function summary({ steps, tools }: TurnView): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    steps.length > 0 && count(steps.length, 'step', 'steps'),
    tools.length > 0 && count(tools.length, 'search', 'searches'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A stage that was begun twice shows its searches once. */
const isLastOf = (steps: StepView[], index: number) =>
  steps.findLastIndex(({ step }) => step === steps[index]?.step) === index;

/** The stages as they happen; once the answer is there they fold up, and a reader may open them again. */
export function Steps({ turn, working, writing }: { turn: TurnView; working: boolean; writing: boolean }) {
  const [chosen, setChosen] = useState<boolean>();
  const { steps, tools } = turn;
  if (steps.length === 0 && tools.length === 0) return null;
  const open = chosen ?? (working && !writing);
  const toolsOf = (step: StepView['step'] | undefined) =>
    tools
      .filter((tool) => tool.step === step)
      .map((tool) => <ToolLine key={tool.call} tool={tool} working={working} />);
  const current = working ? steps.at(-1) : undefined;
  return (
    <details
      className="steps"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setChosen(event.currentTarget.open);
      }}
    >
      <summary>{current ? <span className="current-step">{current.label}</span> : summary(turn)}</summary>
      <ol>
        {toolsOf(undefined)}
        {steps.map((step, index) => (
          <Fragment key={`${step.step}-${index}`}>
            <li data-current={step === current}>
              <span className="step-mark">
                {step === current ? <span className="spinner" /> : <Icon name="check" />}
              </span>
              {step.label}
            </li>
            {isLastOf(steps, index) && toolsOf(step.step)}
          </Fragment>
        ))}
        {working && turn.progress !== undefined && turn.progress !== '' && (
          <li className="progress">{turn.progress}</li>
        )}
      </ol>
    </details>
  );
}
