# docker build -t paperbot . && docker run -d --name paperbot -v paperbot:/data paperbot
# The same bot on Discord.Net: docker build --build-arg HOST=PaperBot.DiscordNet -t paperbot .
ARG HOST=PaperBot

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG HOST
WORKDIR /source

# Packages in a layer of their own: it is rebuilt only when a project file changes.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY src/Skills/Skills.csproj src/Skills/
COPY src/PaperBot/PaperBot.csproj src/PaperBot/
COPY src/PaperBot.DiscordNet/PaperBot.DiscordNet.csproj src/PaperBot.DiscordNet/
RUN dotnet restore src/$HOST

COPY appsettings.json ./
COPY src/ src/
RUN dotnet publish src/$HOST --configuration Release --no-restore --output /app -p:UseAppHost=false \
    && mkdir /empty

# The runtime image brings the time zones and a plain user (APP_UID), and no font: PaperBot has its own for European
# languages, this one is for Chinese, Japanese and Korean in pictures.
FROM mcr.microsoft.com/dotnet/runtime:10.0
ARG HOST
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-droid-fallback && rm -rf /var/lib/apt/lists/*
WORKDIR /data
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV PAPERBOT__Library__Path=/data/paperbot.db PAPERBOT_HOST=/app/$HOST.dll
USER $APP_UID
VOLUME /data
HEALTHCHECK --interval=1m --timeout=10s --start-period=30s CMD ["sh", "-c", "dotnet $PAPERBOT_HOST doctor --alive"]
ENTRYPOINT ["sh", "-c", "exec dotnet $PAPERBOT_HOST \"$@\"", "paperbot"]
