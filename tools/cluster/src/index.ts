export {
  type App,
  EndedEarly,
  type ServiceProcess,
  type ServiceSettings,
  startService,
} from './service-process.js';
