# docker build -t paperbot . && docker run -d --name paperbot -v paperbot:/data paperbot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages in a layer of their own: it is rebuilt only when a project file changes.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Skills/Skills.csproj src/Skills/
COPY src/PaperBot/PaperBot.csproj src/PaperBot/
RUN dotnet restore src/PaperBot

COPY appsettings.json ./
COPY src/Skills/ src/Skills/
COPY src/PaperBot/ src/PaperBot/
RUN dotnet publish src/PaperBot --configuration Release --no-restore --output /app -p:UseAppHost=false \
    && mkdir /empty

# The runtime image brings the time zones and a plain user (APP_UID).
FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /data
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV PAPERBOT__Library__Path=/data/paperbot.db
USER $APP_UID
VOLUME /data
HEALTHCHECK --interval=1m --timeout=10s --start-period=30s CMD ["dotnet", "/app/PaperBot.dll", "doctor", "--alive"]
ENTRYPOINT ["dotnet", "/app/PaperBot.dll"]
