export { type App, type ServiceProcess, type ServiceSettings, startService } from './service-process.js';
