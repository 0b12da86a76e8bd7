window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi?format=JSON',
    dom_id: '#api',
    deepLinking: true,
    persistAuthorization: true,
    validatorUrl: null,
  });
});
