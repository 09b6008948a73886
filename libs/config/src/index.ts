export { type Config, ConfigError, readConfig } from './read-config.js';
export { describeSettings } from './describe-settings.js';
export { type App } from './setting.js';
export { type SettingName } from './settings.js';
