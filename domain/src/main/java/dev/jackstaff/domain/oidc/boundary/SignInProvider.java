package dev.jackstaff.domain.oidc.boundary;

/** A provider that people can sign in at. */
public record SignInProvider(String name, String label) {}
