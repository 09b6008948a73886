import { type Model } from './port.js';

/** The `model` group of the configuration. Without a key the offline model answers. */
export interface ModelSettings {
  apiKey?: string;
  baseUrl?: string;
  /** Model name at the provider. */
  name: string;
}

/** The model the settings ask for. The provider's client is loaded only when it is used. */
export async function openModel(settings: ModelSettings): Promise<Model> {
  if (settings.apiKey === undefined) {
    const { createOfflineModel } = await import('./offline/offline-model.js');
    return createOfflineModel();
  }
  const { createOpenAiModel } = await import('./openai/openai-model.js');
  const { apiKey, baseUrl, name } = settings;
  return createOpenAiModel({ apiKey, name, ...(baseUrl === undefined ? {} : { baseUrl }) });
}
