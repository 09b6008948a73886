# syntax=docker/dockerfile:1
# One image for every service; the first argument names the app:
#   docker run travellite standalone | ws-gateway | agent-worker | webhook-ingress | realtime-publisher

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps apps
COPY libs libs
COPY tools tools
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY nx.json tsconfig.base.json tsconfig.typecheck.json jest.config.mjs eslint.config.mjs layers.mjs ./
# Every app there is, with the libs it needs.
RUN npx nx run-many -t build -p 'directory:apps/*' \
 && npm prune --omit=dev \
 && rm -rf tools .nx apps/*/src apps/*/e2e libs/*/src

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TRAVELLITE_DATA=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# The app is process 1 and gets the signals; an unknown name ends with the list of those there are.
COPY <<'SH' /app/start
#!/bin/sh
main="apps/$1/dist/main.js"
if [ ! -f "$main" ]; then
  echo "There is no app named '$1'. Apps: $(ls apps/*/dist/main.js | cut -d/ -f2 | tr '\n' ' ')" >&2
  exit 64
fi
exec node --enable-source-maps --disable-warning=ExperimentalWarning "$main"
SH
RUN chmod 755 start && mkdir /data && chown node:node /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/app/start"]
CMD ["standalone"]
