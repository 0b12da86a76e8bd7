package dev.jackstaff.domain.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;

/** The RSA key pair of an installation, generated at its first start. Never changed, so it has no version. */
@Entity
@Table(name = "signing_key")
@SuppressWarnings("NullAway.Init")
public class SigningKey {
    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    @Id
    private String id;

    @Column(name = "private_key")
    private byte[] privateKey;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {}

    private SigningKey(KeyPair pair, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.privateKey = pair.getPrivate().getEncoded();
        this.publicKey = pair.getPublic().getEncoded();
        this.createdAt = now;
    }

    public static SigningKey generate(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            return new SigningKey(generator.generateKeyPair(), now);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    public String id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public RSAPrivateKey privateKey() {
        try {
            return (RSAPrivateKey)
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("the signing key in the database is corrupt", corrupt);
        }
    }

    public RSAPublicKey publicKey() {
        try {
            return (RSAPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey));
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("the signing key in the database is corrupt", corrupt);
        }
    }
}
