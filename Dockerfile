# Node 24 is the current long-term release, and the tests run on it too. Nothing is compiled natively.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY vite.config.ts ./
COPY src ./src
# The local workspace stays behind: it is for a developer's machine, and what it needs is not in the image.
RUN npx vite build \
  && rm dist/local-workspace.js \
  && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
# Health and metrics inside the container alone; for Prometheus or an orchestrator set OPS_HOST=0.0.0.0.
ENV NODE_ENV=production OPS_PORT=9090
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The one place that is ever written to, and only where DATA_DIR=/data is set: the file system may be read-only.
RUN install --directory --owner=node --group=node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
