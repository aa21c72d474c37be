<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages as HTML names them: by the shortest code that there is (BCP 47, 2.2.1), which screen readers and searches know. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  exclude-result-prefixes="#all">

  <!--
    The codes of three letters in what the page is made of that have one of two, with it: "deu de heb he". Given to every
    transform (transform.ts), out of what JavaScript knows of languages.
  -->
  <xsl:param name="short-codes" as="xs:string" select="''"/>

  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="tag" as="item()"/>
    <xsl:variable name="code" select="substring-before($tag || '-', '-')"/>
    <xsl:sequence select="
      if (string-length($code) ne 3) then string($tag)
      else (substring-before(substring-after(' ' || $short-codes, ' ' || lower-case($code) || ' ') || ' ', ' ')[. ne ''], $code)[1] || substring($tag, 4)"/>
  </xsl:function>
</xsl:stylesheet>
