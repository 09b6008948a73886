# syntax=docker/dockerfile:1
# One image for every service; the first argument names the app:
#   docker run travellite standalone | ws-gateway | agent-worker

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps apps
COPY libs libs
COPY tools tools
RUN npm ci --no-audit --no-fund
COPY nx.json tsconfig.base.json tsconfig.typecheck.json jest.config.mjs eslint.config.mjs layers.mjs ./
RUN npx nx run-many -t build -p @travellite/standalone,@travellite/web,@travellite/ws-gateway,@travellite/agent-worker \
 && npm prune --omit=dev \
 && rm -rf tools .nx apps/*/src apps/*/e2e libs/*/src

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 TRAVELLITE_DATA=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# exec: the app is process 1 and gets the signals.
ENTRYPOINT ["/bin/sh", "-c", "exec node --enable-source-maps --disable-warning=ExperimentalWarning apps/$0/dist/main.js"]
CMD ["standalone"]
