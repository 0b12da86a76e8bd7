window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/docs/openapi.json',
    dom_id: '#api',
    deepLinking: true,
    persistAuthorization: true,
    validatorUrl: null,
  });
});
