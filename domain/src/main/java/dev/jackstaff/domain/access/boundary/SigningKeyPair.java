package dev.jackstaff.domain.access.boundary;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * The RSA key pair that signs this installation's tokens.
 *
 * @param id the key id that tokens name
 */
public record SigningKeyPair(String id, RSAPrivateKey privateKey, RSAPublicKey publicKey) {
    @Override
    public String toString() {
        return "SigningKeyPair[" + id + "]";
    }
}
