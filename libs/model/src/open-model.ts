import { type Model } from './port.js';

/** The `model` group of the configuration. Without a key the offline model answers. */
export interface ModelSettings {
  apiKey?: string;
  baseUrl?: string;
  /** Model name at the provider. */
  name: string;
  /** Longest silence of the provider in ms; 20,000 when not given. */
  silenceMs?: number;
  /** Repeats of a request before anything of its answer was shown; 2 when not given. */
  retries?: number;
}

/** The model the settings ask for. The provider's client is loaded only when it is used. */
export async function openModel(settings: ModelSettings): Promise<Model> {
  if (settings.apiKey === undefined) {
    const { createOfflineModel } = await import('./offline/offline-model.js');
    return createOfflineModel();
  }
  const { createOpenAiModel } = await import('./openai/openai-model.js');
  const { apiKey, baseUrl, name, silenceMs, retries } = settings;
  return createOpenAiModel({
    apiKey,
    name,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(silenceMs === undefined ? {} : { silenceMs }),
    ...(retries === undefined ? {} : { retry: { retries } }),
  });
}
