export { bootstrapPublisher, type RunningPublisher } from './bootstrap.js';
export { type ChannelSettings, openChannels } from './open-channels.js';
export { type Channel, type PublisherOptions, type PublisherTimes } from './options.js';
export { Publisher } from './publisher.js';
export { PublisherModule } from './publisher.module.js';
export { type PublisherSettings, toPublisherOptions } from './to-publisher-options.js';
