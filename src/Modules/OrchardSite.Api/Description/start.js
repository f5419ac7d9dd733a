// Shows the description that the page names. Nothing is loaded from anywhere else, and nothing is told to anybody.
const place = document.getElementById('reference');

window.Scalar.createApiReference(place, {
  url: place.dataset.description,
  theme: 'default',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  mcp: { disabled: true },
  agent: { disabled: true },
  authentication: { preferredSecurityScheme: 'token' },
  persistAuth: false,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
});
