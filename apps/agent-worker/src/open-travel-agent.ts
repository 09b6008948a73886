import { createTravelAgent, type TokenLimits } from '@travellite/agent';
import { type Knowledge } from '@travellite/knowledge';
import { type ModelSettings, openModel } from '@travellite/model';
import { type Agent } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { createTravelTools, type TravelToolsConfig } from '@travellite/travel-tools';

export interface TravelSettings {
  /** With what it may take in tokens; a limit that is absent is none. */
  model: ModelSettings & TokenLimits;
  /** Providers of travel data; none: the data set and labelled samples. */
  travel?: TravelToolsConfig;
}

export interface AgentSurroundings {
  log: Log;
  /** Notes the agent may look things up in; belongs to the caller. */
  knowledge?: Knowledge;
  /** Unix ms. */
  now?: () => number;
}

/** The travel agent over the model and the providers of the settings. */
export async function openTravelAgent(
  { model: modelSettings, travel = {} }: TravelSettings,
  { log, knowledge, now = Date.now }: AgentSurroundings,
): Promise<{ agent: Agent; model: string }> {
  const model = await openModel(modelSettings);
  const tools = createTravelTools(travel, { now, log });
  const { turnTokens, dayTokens } = modelSettings;
  const limits = { turnTokens, dayTokens };
  const agent = createTravelAgent({ model, tools, log, limits, now, ...(knowledge ? { knowledge } : {}) });
  return { agent, model: model.name };
}
