# The packages that run needs, and no others. `npm ci` would want every platform's packages in the lock file.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev --no-save --no-audit --no-fund

# The service over a Neo4j that NEO4J_URI names; there is no Java here to start one.
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY schema schema
COPY seed seed
COPY docs/examples docs/examples
COPY src src
USER node
EXPOSE 4000
HEALTHCHECK --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "src/main.ts"]
